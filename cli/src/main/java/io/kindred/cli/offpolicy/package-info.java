/** What {@code kindred off-policy} reads: logs of choices, and what policy is to be judged. */
package io.kindred.cli.offpolicy;
