package io.kindred.models.cf.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import org.junit.jupiter.api.Test;

final class HeapTest {
    @Test
    void whatFitsIsAccepted() {
        assertThatCode(() -> Heap.check("slim", 10, 1_000, 1_000, "or use item-knn"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Heap.check("slim", 70_000, 8_000_000_000L, 2_500_000_000L, "or use item-knn"))
                .isInstanceOf(KindredException.class)
                .hasMessage("slim needs 8.0 GB of heap for 70000 items, but 2.5 GB are left; give the JVM more"
                        + " (KINDRED_JAVA_OPTS=-Xmx11g), leave rare items out, or use item-knn");
    }

    @Test
    void someOfTheHeapIsLeft() {
        assertThat(Heap.available())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
    }
}
