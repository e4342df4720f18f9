/** Models with one fault each, with which the contract test kit tests itself. */
package io.kindred.core.tck.broken;
