package io.kindred.serving.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {
    @Test
    void asManyBytesAsAllowedPass() throws IOException {
        LimitedInputStream in = limited(10, 10);

        assertThat(in.readAllBytes()).hasSize(10);
        assertThat(in.bytesRead()).isEqualTo(10);
    }

    @Test
    void oneByteMoreFailsHoweverItIsRead() {
        assertThatThrownBy(() -> limited(11, 10).readAllBytes())
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessage("too large");
        assertThatThrownBy(() -> limited(11, 10).skipNBytes(11)).isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> {
                    InputStream in = limited(11, 10);
                    while (in.read() >= 0) {
                        assertThat(in.markSupported()).isFalse();
                    }
                })
                .isInstanceOf(BodyTooLargeException.class);
    }

    private static LimitedInputStream limited(int size, long limit) {
        return new LimitedInputStream(new ByteArrayInputStream(new byte[size]), limit, "too large");
    }
}
