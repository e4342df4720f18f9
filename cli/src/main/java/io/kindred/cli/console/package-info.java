/** What the command line prints: results, progress, tables. */
package io.kindred.cli.console;
