/**
 * Training on DJL: the visible loop, its listeners, checkpoints that resume bit by bit, and evaluation. One training at
 * a time per process, because DJL allows one gradient collector.
 */
package dev.fathom.training;
