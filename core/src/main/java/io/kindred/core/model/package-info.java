/** The plugin interface: providers, trainers, capabilities, hyper-parameters, and the catalog that finds them. */
package io.kindred.core.model;
