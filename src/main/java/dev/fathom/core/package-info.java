/** Depth in metres, validity, metrics, colour maps and safe file writing. Uses nothing but the JDK. */
package dev.fathom.core;
