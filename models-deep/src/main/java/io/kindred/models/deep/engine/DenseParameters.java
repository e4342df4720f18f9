package io.kindred.models.deep.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * All parameters of a block, next to each other in native memory. In a step PyTorch sees them as one array that is cut into
 * views, so there is one gradient and one move, however many parameters there are. One caller at a time.
 */
final class DenseParameters extends ParameterStore {
    private final Parameters parameters;
    private final IdentityHashMap<Parameter, Integer> index = new IdentityHashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final long[] cuts;
    private final int size;
    private List<NDArray> views = List.of();

    /**
     * @param block initialised; its first values are taken over, and afterwards each of its arrays is where the run moves them
     * @param manager of the run, on the CPU
     */
    DenseParameters(Block block, NDManager manager, Arena arena, Optimizer optimizer) {
        super(manager, false);
        List<Long> ends = new ArrayList<>();
        long count = 0;
        for (Parameter parameter : block.getParameters().values()) {
            index.put(parameter, shapes.size());
            shapes.add(parameter.getArray().getShape());
            count += parameter.getArray().size();
            ends.add(count);
        }
        this.size = Math.toIntExact(count);
        this.cuts =
                ends.stream().limit(ends.size() - 1L).mapToLong(Long::longValue).toArray();
        this.parameters = new Parameters(arena, size, optimizer);
        long at = 0;
        for (Parameter parameter : block.getParameters().values()) {
            float[] first = parameter.getArray().toFloatArray();
            MemorySegment.copy(first, 0, parameters.weights(), ValueLayout.JAVA_FLOAT, at * Float.BYTES, first.length);
            at += first.length;
        }
    }

    Parameters parameters() {
        return parameters;
    }

    /** How many numbers there are. */
    int size() {
        return size;
    }

    /**
     * Opens a step: from now on the block sees views of one array.
     *
     * @param scope of the step
     * @param training whether the array shall get a gradient
     * @return the array
     */
    NDArray open(NDManager scope, boolean training) {
        NDArray all = scope.create(
                parameters.weights().asByteBuffer().order(ByteOrder.nativeOrder()), new Shape(size), DataType.FLOAT32);
        all.setRequiresGradient(training);
        NDList parts = cuts.length == 0 ? new NDList(all) : all.split(cuts);
        List<NDArray> cut = new ArrayList<>();
        for (int p = 0; p < shapes.size(); p++) {
            cut.add(parts.get(p).reshape(shapes.get(p)));
        }
        views = cut;
        return all;
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
        Integer at = index.get(parameter);
        if (at == null) {
            throw new IllegalArgumentException("parameter '" + parameter.getName() + "' belongs to another block");
        }
        return views.get(at);
    }

    /** All numbers as they are now, in the order of the block's parameters. */
    float[] values() {
        return parameters.weights().toArray(ValueLayout.JAVA_FLOAT);
    }
}
