/** EASE for catalogues whose items x items matrix is too large. */
package io.kindred.models.cf.sparseease;
