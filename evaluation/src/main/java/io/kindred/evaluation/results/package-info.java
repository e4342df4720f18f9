/** What a run found, for readers: a page with charts, and tables for Markdown and LaTeX. */
package io.kindred.evaluation.results;
