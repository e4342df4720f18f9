package io.kindred.models.cf.lapack;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * BLAS and LAPACK: the machine's own ({@code libblas.so.3}, {@code liblapack.so.3}) where it has them, otherwise in Java.
 * Both are thread-safe. They differ in the last bits, so results are the same bits only on machines alike.
 */
public final class LinearAlgebra {
    private static final LinearAlgebra BEST = load();

    private final BLAS blas;
    private final LAPACK lapack;

    private LinearAlgebra(BLAS blas, LAPACK lapack) {
        this.blas = blas;
        this.lapack = lapack;
    }

    /** The library for this machine. */
    public static LinearAlgebra best() {
        return BEST;
    }

    public BLAS blas() {
        return blas;
    }

    public LAPACK lapack() {
        return lapack;
    }

    private static LinearAlgebra load() {
        // A machine without a native library is no reason to warn. The loggers are held, or they might be forgotten.
        List<Logger> loggers = List.of(
                Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder"),
                Logger.getLogger("dev.ludovic.netlib.lapack.InstanceBuilder"));
        List<Level> levels = loggers.stream().map(Logger::getLevel).toList();
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return new LinearAlgebra(
                    nativeOr(NativeBLAS::getInstance, JavaBLAS::getInstance),
                    nativeOr(NativeLAPACK::getInstance, JavaLAPACK::getInstance));
        } finally {
            for (int i = 0; i < levels.size(); i++) {
                loggers.get(i).setLevel(levels.get(i));
            }
        }
    }

    private static <T> T nativeOr(Supplier<? extends T> ofMachine, Supplier<? extends T> inJava) {
        try {
            return ofMachine.get();
        } catch (RuntimeException | LinkageError e) {
            // Documented by the library: the machine has no such native library.
            return inJava.get();
        }
    }
}
