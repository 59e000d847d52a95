/**
 * Applications: persons who stand for a post, their dossiers, late and exempt cases, withdrawal, legal hold and the end of keeping.
 * The personnel officers of the round and the person see an application, for everybody else there is none; a person stands once for a
 * post; what a dossier says is sealed. Law: 2424/BNV-CCVC of 09/05/2017; Law 91/2025/QH15 art. 25 (data of those who are not chosen).
 */
@NullMarked
package vn.gov.hanoi.selection.application;

import org.jspecify.annotations.NullMarked;
