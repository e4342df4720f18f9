/** The whole way at once: data, three models, a leaderboard, a running server. */
package io.kindred.cli.quickstart;
