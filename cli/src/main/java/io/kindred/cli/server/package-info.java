/** Starting the server and talking to it. */
package io.kindred.cli.server;
