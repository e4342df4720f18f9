/** Pages of one file: sections, tables and charts that open without a network and print. */
package io.kindred.evaluation.html;
