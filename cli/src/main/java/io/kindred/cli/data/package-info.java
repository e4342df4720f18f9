/** From a path on the command line to data that can be trained on. */
package io.kindred.cli.data;
