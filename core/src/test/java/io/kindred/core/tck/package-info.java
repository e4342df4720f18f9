/** The contract test kit: what every model provider must hold to, as tests to inherit. */
package io.kindred.core.tck;
