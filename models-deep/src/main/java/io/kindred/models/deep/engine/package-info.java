/**
 * How a deep model reaches PyTorch. A trainer keeps to this order:
 *
 * <ol>
 *   <li>{@link io.kindred.models.deep.engine.EngineClassPath#require} before anything that names a DJL type is touched. The
 *       provider, its parameters and its trainer therefore name none; what does is a class of its own.
 *   <li>{@link io.kindred.models.deep.engine.DeviceName#parse} for {@code TrainingContext.device()}.
 *   <li>A {@link io.kindred.models.deep.engine.Run} of a {@link io.kindred.models.deep.engine.TrainingPlan}, closed with the
 *       training; from it the tables and the dense block.
 *   <li>A {@link io.kindred.models.deep.engine.Network}, which computes the loss of a step, and
 *       {@link io.kindred.models.deep.engine.DeepTrainer#train}, which does the rest. Arrays belong to the
 *       {@link io.kindred.models.deep.engine.Step} and are gone with it. Nothing is ever detached from its manager.
 * </ol>
 *
 * <p>Numbers that a gradient depends on are arrays of the step's manager, never {@code array.mul(0.5f)}: DJL makes an array of
 * the number in memory that is freed at once, and PyTorch would read it again in the backward pass.
 *
 * <p>Random numbers are drawn in Java from {@code TrainingContext.seed()}, never from the engine's generator, which all runs
 * of the process share. {@code docs/adr/0004-pytorch-through-djl.md} says why.
 */
package io.kindred.models.deep.engine;
