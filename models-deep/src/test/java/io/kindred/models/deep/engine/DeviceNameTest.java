package io.kindred.models.deep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"cpu", "gpu:0", "gpu:12"})
    void aLegalNameIsReadAndWrittenBack(String name) {
        assertThat(DeviceName.parse(name)).hasToString(name);
    }

    @Test
    void theNumberOfAGpuIsKept() {
        assertThat(DeviceName.parse("gpu:3").gpu()).isEqualTo(3);
        assertThat(DeviceName.parse("cpu").isGpu()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "gpu:", "gpu:-1", "gpu:x", "CPU", "cuda:0", "gpu:99999999999"})
    void anythingElseIsRefusedWithTheLegalNames(String name) {
        assertThatThrownBy(() -> DeviceName.parse(name))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("cpu and gpu:N");
    }
}
