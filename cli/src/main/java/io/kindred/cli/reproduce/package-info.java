/** The reproduction suite: experiments with published figures, run on the data of a folder. */
package io.kindred.cli.reproduce;
