/** Tests of the launcher at the root of the repository, a shell script. */
package io.kindred.cli.launcher;
