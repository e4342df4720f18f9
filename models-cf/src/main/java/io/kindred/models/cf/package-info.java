/** Collaborative-filtering trainers that need only the CPU; one package per algorithm. */
package io.kindred.models.cf;
