/** Pretrained weights from a hub: their names, the cache folder, the download. */
package dev.fathom.hub;
