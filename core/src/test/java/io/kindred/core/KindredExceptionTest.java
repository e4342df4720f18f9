package io.kindred.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class KindredExceptionTest {

    @Test
    void keepsMessageAndCause() {
        IOException cause = new IOException("disk full");

        KindredException exception = new KindredException("cannot write 'model': disk full", cause);

        assertThat(exception).hasMessage("cannot write 'model': disk full").hasCause(cause);
    }
}
