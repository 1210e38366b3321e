/** Encoders, decoders and the architectures composed of them, each written once as a graph. */
package dev.fathom.network;
