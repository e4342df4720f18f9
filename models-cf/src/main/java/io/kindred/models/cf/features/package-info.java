/** Features of users and items as sparse indicators, shared by the hybrid models. */
package io.kindred.models.cf.features;
