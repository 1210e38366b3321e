/**
 * Native decoders that reading for training uses where they can be loaded: libjpeg-turbo, which comes with Leptonica's
 * Java binding, and the system's libdeflate. What they do not find usual and whole is left to the JDK's decoders, and
 * nothing but training asks for them. The only package of {@code data} that touches native code.
 */
package dev.fathom.data.codec;
