/** Measuring the latency of models on a machine, and whether the number can be believed. */
package dev.fathom.device.bench;
