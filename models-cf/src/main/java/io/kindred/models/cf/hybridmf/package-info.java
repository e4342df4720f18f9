/** Matrix factorisation with user and item metadata. */
package io.kindred.models.cf.hybridmf;
