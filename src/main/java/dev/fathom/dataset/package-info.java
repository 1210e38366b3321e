/**
 * What a run's configuration says about its data, in the terms of {@code data}, which knows of no runs: the data set
 * opened and divided, and how its pictures are varied.
 */
package dev.fathom.dataset;
