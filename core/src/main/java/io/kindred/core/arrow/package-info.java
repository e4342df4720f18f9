/**
 * Reads and writes the Arrow IPC file format through memory-mapped segments, without arrow-java, {@code Unsafe} or reflection.
 * The files are ordinary Arrow files that other tools open; {@code docs/arrow-codec.md} lists the supported part of the format.
 *
 * <p>Writing a matrix with its identifiers:
 *
 * {@snippet :
 * ArrowSchema schema = ArrowSchema.of(
 *         ArrowField.required("id", ArrowType.utf8()),
 *         ArrowField.required("vector", ArrowType.fixedSizeList(ArrowType.float32(), 3)));
 * try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
 *     writer.write(ArrowBatch.of(
 *             schema,
 *             List.of(
 *                     Utf8Column.of(List.of("heat", "casino")),
 *                     FixedSizeListColumn.of(new float[] {1, 2, 3, 4, 5, 6}, 3))));
 * }
 * }
 *
 * <p>Reading it, without copying a number:
 *
 * {@snippet :
 * try (ArrowFile arrow = ArrowFile.map(file)) {
 *     ArrowBatch batch = arrow.batch(0);
 *     Utf8Column ids = batch.column("id", Utf8Column.class);
 *     FixedSizeListColumn vectors = batch.column("vector", FixedSizeListColumn.class);
 *     Float32Column values = (Float32Column) vectors.elements();
 *     for (int row = 0; row < batch.rows(); row++) {
 *         System.out.println(ids.get(row) + " starts with " + values.get(vectors.start(row)));
 *     }
 * }
 * }
 */
package io.kindred.core.arrow;
