/** Training and measuring one model on a split, for the commands that do both. */
package io.kindred.cli.experiment;
