/** The sub-commands of {@code kindred}, one class each, and the options they share. */
package io.kindred.cli.command;
