INSERT INTO project VALUES (1, 'PA', '2018-01-01', NULL, NULL), (2, 'PB', '2018-01-01', '2018-06-01', NULL);
INSERT INTO processtype VALUES (1, 'Create Production CST Batch'), (2, 'AUTOMATED - Make CST'), (3, 'AUTOMATED - Sequence');
INSERT INTO process VALUES (1), (2), (3);
INSERT INTO process VALUES
    (301, '24-301', '2018-02-01 09:00', NULL, NULL, 1, 'COMPLETE', NULL),
    (302, '24-302', NULL, NULL, NULL, 2, 'COMPLETE', NULL),
    (401, '24-401', NULL, '2018-02-03 08:00', NULL, 3, 'COMPLETE', NULL),
    (402, '24-402', NULL, '2018-02-02 20:00:00.5', NULL, 3, 'RECORD_DETAILS', NULL);
INSERT INTO sample VALUES (1, 1, 'A:1', NULL, 1), (2, 2, 'B2', NULL, 1), (3, 3, 'C3', NULL, 2);
INSERT INTO artifact SELECT id, NULL, '2-' || id, id < 10 FROM unnest(ARRAY[1,2,3,11,12,13,21,31,35,36,41,42,43]) id;
INSERT INTO artifact_sample_map VALUES
    (1, 1), (2, 2), (3, 3), (11, 1), (12, 2), (13, 3), (21, 1), (31, 1), (31, 2), (41, 1), (41, 2), (42, 3), (43, 3);
INSERT INTO reagentlabel VALUES (1, 'D701 (AAAA)'), (2, 'D702 (CCCC)'), (3, 'D703 (GGGG)');
INSERT INTO artifact_label_map VALUES (11, 1), (12, 2), (13, 3), (21, 1), (31, 1), (31, 2);
INSERT INTO artifact_ancestor_map VALUES (41, 1), (41, 2), (41, 11), (41, 12), (41, 21), (41, 31), (42, 3), (42, 13), (43, 3);
INSERT INTO container VALUES (1, 'HFLOW1'), (2, 'HFLOW2');
INSERT INTO containerplacement VALUES (1, 1, 0, 0, 41), (2, 1, 0, 1, 42), (3, 2, 0, 0, 43);
INSERT INTO processiotracker VALUES
    (1, 31, 301), (2, 13, 301), (3, 35, 302), (4, 36, 302), (5, 42, 401), (6, 41, 401), (7, 43, 402);
INSERT INTO outputmapping VALUES (1, 1, 35), (2, 2, 36), (3, 3, 41), (4, 4, 42), (5, 4, 43);
INSERT INTO process_udf_view VALUES
    (401, 3, 'u', 'RunID', 'String', '180203_E1_0001_HFLOW1', NULL), (401, 3, 'u', 'Run Status', 'String', 'RunCompleted', NULL),
    (401, 3, 'u', 'InstrumentID', 'String', 'E1', NULL), (401, 3, 'u', 'Cycle', 'Numeric', '310', NULL),
    (401, 3, 'u', 'Read', 'Numeric', '3', NULL),
    (402, 3, 'u', 'RunID', 'String', '180202_E2_0002_HFLOW2', NULL), (402, 3, 'u', 'Run Status', 'String', 'RunStarted', NULL),
    (402, 3, 'u', 'InstrumentID', 'String', NULL, NULL);
