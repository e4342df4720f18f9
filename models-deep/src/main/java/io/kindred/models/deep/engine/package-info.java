/**
 * How a deep model reaches PyTorch. A trainer keeps to this order:
 *
 * <ol>
 *   <li>{@link io.kindred.models.deep.engine.EngineClassPath#require} before anything that names a DJL type is touched. The
 *       provider, its parameters and its trainer therefore name none; what does is a class of its own.
 *   <li>{@link io.kindred.models.deep.engine.DeviceName#parse} for {@code TrainingContext.device()}.
 *   <li>{@link io.kindred.models.deep.engine.DeepEngine#newManager} for the one manager of the run, closed with the run.
 *       Each batch has a sub-manager of its own, closed with the batch. Nothing is ever detached from its manager.
 *   <li>{@link io.kindred.models.deep.engine.DeepEngine#backward} for gradients, then
 *       {@link io.kindred.models.deep.engine.Adam#step}.
 * </ol>
 *
 * <p>Random numbers are drawn in Java from {@code TrainingContext.seed()}, never from the engine's generator, which all runs
 * of the process share. {@code docs/adr/0004-pytorch-through-djl.md} says why.
 */
package io.kindred.models.deep.engine;
