/**
 * The machines on which models run in the end: reaching them over SSH, looking at them, and measuring a model's latency
 * there.
 */
package dev.fathom.device;
