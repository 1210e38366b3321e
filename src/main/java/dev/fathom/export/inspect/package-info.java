/** Looks into any TFLite file: what it holds, what it costs, what the runtime makes of it. */
package dev.fathom.export.inspect;
