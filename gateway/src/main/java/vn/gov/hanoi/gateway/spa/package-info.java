/**
 * The files of a single-page application on our own origin, so that its session cookie can be SameSite=Strict and its
 * requests need no CORS. They are read once at the start; an address is looked up among them and never becomes a path of
 * the file system. Off unless a folder is named.
 */
@NullMarked
package vn.gov.hanoi.gateway.spa;

import org.jspecify.annotations.NullMarked;
