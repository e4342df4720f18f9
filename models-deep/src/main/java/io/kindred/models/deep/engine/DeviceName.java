package io.kindred.models.deep.engine;

import io.kindred.core.KindredException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a network is trained, as users write it: {@code cpu}, or {@code gpu:0}, {@code gpu:1} and so on.
 *
 * @param gpu the GPU's number from 0, or {@link #CPU}
 */
public record DeviceName(int gpu) {
    /** In place of a GPU's number. */
    public static final int CPU = -1;

    private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,4})");

    /**
     * Reads a name; whether the machine has such a device is another question.
     *
     * @throws KindredException if it is not a device's name
     */
    public static DeviceName parse(String name) {
        if (name.equals("cpu")) {
            return new DeviceName(CPU);
        }
        Matcher matcher = GPU.matcher(name);
        if (!matcher.matches()) {
            throw new KindredException("unknown device '" + name + "'; legal are cpu and gpu:N, as in gpu:0");
        }
        return new DeviceName(Integer.parseInt(matcher.group(1)));
    }

    public boolean isGpu() {
        return gpu != CPU;
    }

    /** The name that {@link #parse} reads. */
    @Override
    public String toString() {
        return isGpu() ? "gpu:" + gpu : "cpu";
    }
}
