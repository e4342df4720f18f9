/** The house's foundation: what every module shares and what serving needs. It knows no framework. */
package io.kindred.core;
