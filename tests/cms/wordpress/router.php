<?php
/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a web server's rewrite rules do, for `php -S`: files are served as they are, all
 * else goes to WordPress. Each request that a script answers is a line of requests.log.
 */
$feu_start = microtime( true );
$feu_path  = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?? '/' );

register_shutdown_function(
	function () use ( $feu_start, $feu_path ) {
		$record = array(
			'method' => $_SERVER['REQUEST_METHOD'],
			'path'   => $feu_path,
			'query'  => parse_url( $_SERVER['REQUEST_URI'], PHP_URL_QUERY ) ?? '',
			'status' => http_response_code(),
			'bytes'  => (int) ( $_SERVER['CONTENT_LENGTH'] ?? 0 ),
			'agent'  => $_SERVER['HTTP_USER_AGENT'] ?? '',
			'cookie' => isset( $_SERVER['HTTP_COOKIE'] ),
			'signed' => isset( $_SERVER['HTTP_AUTHORIZATION'] ),
			'ms'     => (int) ( 1000 * ( microtime( true ) - $feu_start ) ),
		);
		file_put_contents(
			getenv( 'FEU_FOLDER' ) . '/requests.log',
			json_encode( $record, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ) . "\n",
			FILE_APPEND | LOCK_EX
		);
	}
);

$feu_root = $_SERVER['DOCUMENT_ROOT'];
if ( preg_match( '#(^|/)\.\.(/|$)|/\.ht#', $feu_path ) ) {
	http_response_code( 403 );
	return true;
}
$feu_file = $feu_root . $feu_path;
if ( is_file( $feu_file ) ) {
	return false;
}
if ( is_dir( $feu_file ) && substr( $feu_path, -1 ) !== '/' ) {
	header( 'Location: ' . $feu_path . '/', true, 301 );
	return true;
}
$feu_script = '/index.php';
if ( $feu_path !== '/' && is_file( $feu_file . 'index.php' ) ) {
	$feu_script = $feu_path . 'index.php';
}
$_SERVER['SCRIPT_NAME']     = $feu_script;
$_SERVER['PHP_SELF']        = $feu_script;
$_SERVER['SCRIPT_FILENAME'] = $feu_root . $feu_script;
unset( $_SERVER['PATH_INFO'] );
chdir( dirname( $_SERVER['SCRIPT_FILENAME'] ) );
require $_SERVER['SCRIPT_FILENAME'];
return true;
