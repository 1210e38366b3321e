/**
 * Worker processes: heavy work runs in a child process of the same {@code fathom} command line, which reports progress
 * as JSON lines, can be cancelled, and stops by itself when its parent is gone.
 */
package dev.fathom.jobs;
