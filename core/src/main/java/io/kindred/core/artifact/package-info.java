/** The artifact: an immutable directory of a manifest and Arrow files, and how it is written, opened and verified. */
package io.kindred.core.artifact;
