/** Implicit alternating least squares. */
package io.kindred.models.cf.als;
