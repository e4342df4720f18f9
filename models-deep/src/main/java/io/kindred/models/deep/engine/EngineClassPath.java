package io.kindred.models.deep.engine;

import io.kindred.core.KindredException;

/** Whether DJL is there at all. Names no DJL type itself, so it can say so when it is not. */
public final class EngineClassPath {
    private static final String[] CLASSES = {"ai.djl.engine.Engine", "ai.djl.pytorch.engine.PtEngineProvider"};

    private EngineClassPath() {}

    /**
     * Checks that DJL and its PyTorch engine are on the class path; loads no native library.
     *
     * @param model what needs them, for the message
     * @throws KindredException if they are not
     */
    public static void require(String model) {
        for (String name : CLASSES) {
            try {
                Class.forName(name, false, EngineClassPath.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new KindredException(
                        "model '" + model + "' is trained with PyTorch through DJL, which is not on the class path (no "
                                + name + "); add ai.djl.pytorch:pytorch-engine, pytorch-jni and pytorch-native-cpu",
                        e);
            }
        }
    }
}
