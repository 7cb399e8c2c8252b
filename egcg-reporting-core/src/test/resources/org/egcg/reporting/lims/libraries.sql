INSERT INTO project VALUES (1, 'PA', '2018-01-01', NULL, NULL), (2, 'PB', '2018-01-01', NULL, NULL);
INSERT INTO processtype VALUES (1, 'Eval qPCR Quant'), (2, 'QuantStudio Data Import EG 2.0');
INSERT INTO labprotocol VALUES (1, 'TruSeq Nano Sample Prep'), (2, 'Genotyping');
INSERT INTO protocolstep VALUES (1, 1, 1), (2, 2, 2);
INSERT INTO process VALUES (1), (2), (3), (4);
INSERT INTO process VALUES
    (501, '24-501', '2018-02-01 10:00', NULL, NULL, 1, 'COMPLETE', 1), (502, '24-502', '2018-03-01 10:00', NULL, NULL, 1, 'COMPLETE', 1),
    (503, '24-503', NULL, NULL, NULL, 1, 'STARTED', 1), (504, '24-504', '2018-05-01', NULL, NULL, 1, 'COMPLETE', NULL),
    (601, '24-601', '2018-06-01 10:00', NULL, NULL, 2, 'COMPLETE', 2);
INSERT INTO sample VALUES (1, 1, 'A:1', NULL, 1), (2, 2, 'A2', NULL, 1), (3, 3, 'B3', NULL, 2), (4, 4, 'B4', NULL, 2);
INSERT INTO artifact SELECT id, NULL, '2-' || id, false FROM unnest(ARRAY[11,12,13,14,15,21,22,31,32]) id;
INSERT INTO artifact_sample_map VALUES (11, 1), (12, 2), (13, 3), (14, 3), (14, 4), (15, 4), (21, 1), (22, 2);
INSERT INTO container VALUES (1, 'LP0002'), (2, 'LP0001'), (3, 'GEN1');
INSERT INTO containerplacement VALUES
    (1, 1, 1, 0, 11), (2, 1, 9, 0, 12), (3, 1, 0, 7, 13), (4, 1, 2, 1, 14), (5, 2, 0, 0, 15), (6, 3, 23, 15, 21), (7, 3, 0, 8, 22);
INSERT INTO artifactstate VALUES
    (1, 0, '2018-01-01', 11), (2, 1, '2018-02-01 10:00', 11), (3, 2, '2018-03-01 09:00', 11), (4, 1, NULL, 12), (5, 1, NULL, 13),
    (6, 3, NULL, 14), (7, 1, NULL, 15), (8, 1, NULL, 21), (9, 1, NULL, 22);
INSERT INTO processiotracker VALUES
    (1, 11, 501), (2, 12, 501), (3, 11, 502), (4, 12, 502), (5, 13, 502), (6, 14, 502), (7, 15, 503), (8, 15, 504),
    (9, 21, 601), (10, 22, 601);
INSERT INTO outputmapping VALUES (1, 9, 31), (2, 9, 32), (3, 10, 32);
INSERT INTO artifact_udf_view VALUES
    (11, 'u', 'Raw CP', 'Numeric', '8.5', NULL), (12, 'u', 'Raw CP', 'Numeric', '9', NULL), (13, 'u', 'Raw CP', 'Numeric', '7', NULL),
    (14, 'u', 'Raw CP', 'Numeric', '6', NULL), (15, 'u', 'Raw CP', 'Numeric', '5', NULL), (11, 'u', '%CV', 'Numeric', '2', NULL),
    (11, 'u', 'Junk', 'String', 'x', NULL), (31, 'u', 'Number of Calls (This Run)', 'Numeric', '26', NULL),
    (32, 'u', 'Number of Calls (This Run)', 'Numeric', NULL, NULL), (22, 'u', 'Number of Calls (This Run)', 'Numeric', '9', NULL);
INSERT INTO sample_udf_view VALUES
    (1, 'u', 'Species', 'String', 'Homo sapiens', NULL), (1, 'u', 'GQN', 'Numeric', '8', NULL), (2, 'u', 'Species', 'String', NULL, NULL),
    (3, 'u', 'Species', 'String', 'Gallus gallus', NULL), (4, 'u', 'Species', 'String', 'Bos taurus', NULL),
    (1, 'u', 'Number of Calls (Best Run)', 'Numeric', '30', NULL), (2, 'u', 'Number of Calls (Best Run)', 'Numeric', '12', NULL);
