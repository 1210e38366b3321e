/**
 * Rewrites of a lowered graph that leave its function unchanged and make it faster. Each is there because it was
 * measured to pay.
 */
package dev.fathom.export.pass;
