/** Random walks of three steps over the graph of users and items. */
package io.kindred.models.cf.rp3beta;
