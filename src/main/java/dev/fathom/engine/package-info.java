/**
 * Runs network graphs on libtorch through DJL: the engine's start, safe arithmetic, weights, and prediction. Only this
 * package and {@code training} know DJL.
 *
 * <p>The speed of a worker process depends on environment variables that libtorch reads when it is loaded, so whoever
 * starts the process sets them: {@code MALLOC_MMAP_MAX_=0}, {@code MALLOC_TRIM_THRESHOLD_=17179869184}, {@code
 * MALLOC_TOP_PAD_=268435456} and {@code MALLOC_ARENA_MAX=1} with glibc keep freed activations for the next step, and
 * {@code OMP_WAIT_POLICY=PASSIVE} keeps waiting threads from spinning when other programs use the same cores; on an
 * otherwise idle machine leave that one out.
 */
package dev.fathom.engine;
