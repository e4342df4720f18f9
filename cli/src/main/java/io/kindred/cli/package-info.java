/** The command line, the composition root of the offline side. */
package io.kindred.cli;
