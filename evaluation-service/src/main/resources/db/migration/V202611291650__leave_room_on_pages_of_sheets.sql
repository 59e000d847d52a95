-- A sheet is written twice after it was opened: decided and published. With room for that on its page no index is written again.
alter table sheets set (fillfactor = 40);
