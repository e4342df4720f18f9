/**
 * Reads and writes the Arrow IPC file format through memory-mapped segments, without arrow-java.
 */
package io.kindred.core.arrow;
