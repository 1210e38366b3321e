/** What a student learns from a teacher's feature maps. */
package dev.fathom.training.distillation;
