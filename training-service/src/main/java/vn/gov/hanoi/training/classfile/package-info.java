/**
 * Files of a class: nominations and outcomes as CSV or XLSX, in one request, with the refused rows back as a file.
 * A row is the same act as a single request; a file may be sent twice, since what is so already stays as it is; nothing of a file is
 * believed before it is read, and a broken row does not swallow the others.
 * Law: as for nominations and outcomes; files are a way to send them, not acts of their own.
 */
@NullMarked
package vn.gov.hanoi.training.classfile;

import org.jspecify.annotations.NullMarked;
