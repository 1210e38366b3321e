/**
 * TFLite's file format and runtime: the flatbuffer writer, the structural check of files, the interpreter. The only
 * place that touches the schema classes and the native library.
 */
package dev.fathom.export.tflite;
