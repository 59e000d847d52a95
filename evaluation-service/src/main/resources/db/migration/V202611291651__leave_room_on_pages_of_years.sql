-- What the rules suggest is written after the months, and the decision after that: with room on the page no index is written again.
alter table annual_classifications set (fillfactor = 45);
